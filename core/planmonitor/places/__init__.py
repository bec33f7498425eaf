"""The official list of places: provinces, communes, wards and special zones, former units, and what changed when.

The list is data (`places.tsv`, made by `build_places.py` at the root of the project); it is opened only by whoever asks for it.
"""
