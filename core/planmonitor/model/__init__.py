"""What a plan is: frozen values that validate themselves. Nothing here reads a clock, a disk or a setting."""
