"""Pages for people, the same in every service: look, sign-in, forms that nobody else can send, and files.

A service lists its pages in a `PageRouter` and calls `site.install`. A page calls the same service functions as the
API, in one transaction, with the caller's scopes checked the same way. `templates/layout.html` is what all share.
"""
