"""Microsoft Graph: the only room that knows it.

Calls are registered operations; answers become the heart's own types.
"""
