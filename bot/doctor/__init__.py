"""``tandem doctor``: is a tenant ready for the first launch?"""
