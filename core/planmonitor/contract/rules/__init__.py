"""The rules of the contract: small functions that look at one loaded plugin and yield what breaks them."""
