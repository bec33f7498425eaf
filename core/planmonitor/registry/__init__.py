"""Finding the plugins that are installed, and loading those that are enabled, each in its own boundary."""
