# math.fma rounds once (3.13+); a module's __dict__ cannot be set.
import math
import random
import types

numbers = random.Random(5)
special = [0.0, -0.0, 1.0, -1.0, 5e-324, 1e308, -1e308, 1e-308, 3.3, 0.1, 1e16, 2.0**-1074, 2.0**-537, float("inf"), float("nan"), 1.7976931348623157e308]
total = 0
for i in range(1500):
    a = [numbers.choice(special) if numbers.random() < 0.4 else numbers.uniform(-1, 1) * 2.0 ** numbers.randint(-600, 600) for _ in range(3)]
    if numbers.random() < 0.3 and math.isfinite(a[0] * a[1]):
        a[2] = -(a[0] * a[1])
    try:
        text = repr(math.fma(*a))
    except Exception as error:
        text = repr(error)
    for character in text:
        total = (total * 31 + ord(character)) % 1000000007
    if i % 100 == 0:
        print(text)
print(total)
try:
    math.fma(1)
except (TypeError, AttributeError) as error:
    print(error)
print(hasattr(math, "sumprod"))
try:
    types.__dict__ = {}
except AttributeError as error:
    print(error)
