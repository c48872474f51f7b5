"""What our words mean. Standard library only; no files, no screen, no clock."""
