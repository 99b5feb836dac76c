# Warnings: filters, recording them, and objects that hold them.
import io
import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning)
    warnings.warn(RuntimeWarning("three"))
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", UserWarning)
    except UserWarning as error:
        print("error", error)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("once a line")
    warnings.filterwarnings("ignore", message="quiet")
    warnings.warn("quiet please")
    warnings.warn("not quiet")
print([str(w.message) for w in caught])

sys.stderr = io.StringIO()
warnings.simplefilter("ignore", UserWarning)
warnings.warn("nobody hears this")
warnings.warn("but this", RuntimeWarning)
print("RuntimeWarning: but this" in sys.stderr.getvalue(), "nobody" in sys.stderr.getvalue())
sys.stderr = sys.__stderr__
try:
    warnings.simplefilter("sometimes")
except (ValueError, AssertionError) as error:
    print("invalid action" in str(error))
print(sys.flags.optimize, sys.hash_info.width, sys.hash_info.modulus == 2**61 - 1)
