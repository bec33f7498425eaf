"""What turns answers into screens and files, and files into figures."""
