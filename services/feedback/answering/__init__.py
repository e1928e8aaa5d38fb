"""The answer page: /r/{token} and, in another page's frame, /embed/{token}. It works without scripts and has none.
So does the page on which surveys are stopped, /unsubscribe/{token}.

GET reads and never writes, since mail scanners follow links. The token is all that a form needs: who holds it may
answer, and nothing else can be done with it.
"""
