"""Brands: under which name, colours and sender a customer is asked."""
