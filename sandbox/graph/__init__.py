"""Microsoft Graph v1.0 of the simulated tenant: one module a resource, each operation registered by
`@operation`.
"""
