"""What the program does, once for every face: open a workspace as somebody, follow, record, import, judge, accept.

Clock, person and surroundings are handed in (`opening.Surroundings`); nothing here reads the clock, the environment or the
terminal. What cannot be done is raised, and nothing was written then: `UnknownName` for a name that leads nowhere, with near
misses, `BadData` for what contradicts itself or its plan, `StorageTrouble` for the database. Each face words it for itself.
"""
