"""Module.

    Indented.
"""
def dd():
    "doc \n    indented\n\tx"
class C:
    """One.

      two
    """
