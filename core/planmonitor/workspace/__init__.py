"""What the program does, once for every face: open a workspace as somebody, follow, record, import, judge, accept.

Clock, person and surroundings are handed in (`opening.Surroundings`); nothing here reads the clock, the environment or the
terminal, and every refusal is worded by the face that shows it.
"""
