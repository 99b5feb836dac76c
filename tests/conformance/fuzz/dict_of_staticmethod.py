# What @staticmethod and @classmethod copy from the function lies in a dict that can be replaced.
class C:
    @staticmethod
    def s():
        "doc of s"

    @classmethod
    def k(cls):
        "doc of k"

    def __class_getitem__(cls, item):
        return item


for name in ("s", "k", "__class_getitem__"):
    wrapper = C.__dict__[name]
    print(wrapper.__dict__.get("__name__"), wrapper.__wrapped__ is wrapper.__func__)
    wrapper.__dict__ = {}
    try:
        print(wrapper.__name__)
    except AttributeError as error:
        print(error)
    for wrong in (3, None):
        try:
            wrapper.__dict__ = wrong
        except TypeError as error:
            print(error)
    try:
        del wrapper.__dict__
    except TypeError as error:
        print(error)
    try:
        wrapper.__func__ = print
    except AttributeError as error:
        print(error)
