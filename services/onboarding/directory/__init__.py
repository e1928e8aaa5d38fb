"""The customer directory: accounts, contacts, staff and account teams. The other services mirror its facts."""
