"""What every plan keeps, and where one does not."""
