"""Microsoft's Agents Playground as a client of the simulated tenant: one for each person that
somebody wants to be.
"""
