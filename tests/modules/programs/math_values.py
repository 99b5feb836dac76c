# Last digits: sums of many values show any that is off.
import math

pairs = [(x / 7, y / 3) for x in range(1, 40) for y in range(-12, 13)]
unit = [x / 101 for x in range(-100, 101)]
wide = [x / 13 for x in range(-300, 301)]

for name in ("sin", "cos", "tan", "exp", "atan", "sinh", "cosh", "tanh", "expm1"):
    print(name, [getattr(math, name)(x) for x in wide[::29]])
for name in ("asin", "acos", "log1p"):
    print(name, [getattr(math, name)(x) for x in unit[::19]])
for name in ("log", "log2", "log10", "lgamma", "gamma", "acosh", "sqrt"):
    print(name, [getattr(math, name)(1 + abs(x)) for x in wide[::31]])
print("hypot", sum(math.hypot(x, y) for x, y in pairs), math.hypot(0.1, 0.2, 0.3), math.hypot(3, 4), math.hypot(1e200, 1e200))
print("atan2", sum(math.atan2(y, x) for x, y in pairs), math.atan2(0.0, -1.0), math.atan2(-0.0, -1.0))
print("pow", sum(x ** y for x, y in pairs), math.pow(-8, 3), (-8) ** 0.5)
print("abs", sum(abs(complex(x, y)) for x, y in pairs))
print("dist", math.dist((0.1, 0.7), (1.3, 2.9)))
print("erf", [math.erf(x / 4) for x in range(-9, 10, 3)])
print("log", math.log(10 ** 400), math.log10(10 ** 400), math.log2(2 ** 2000), math.log(8, 2), math.log(9, 3))
print("gamma", [math.gamma(x) for x in (0.5, 4.5, 10, 24, 30.5, -0.5, -3.7)])
print(math.remainder(7.5, math.inf), math.remainder(7.5, math.nan), math.erf(math.inf), 0.0 ** -math.inf)

for call in ("(-1).to_bytes(0, 'big', signed=True)", "(0).to_bytes(0, 'big', signed=True)", "(-1).to_bytes(1, 'big', signed=True)", "(128).to_bytes(1, 'big', signed=True)",
             "(0).bit_length()", "(-2 ** 70).bit_length()", "(2 ** 2000).bit_length()", "(2 ** 1024 - 1).bit_length()", "math.log(0)", "math.log(-1.5)", "math.sqrt(-1)", "math.acos(2)", "math.exp(1000)", "math.gamma(-1)", "math.lgamma(-2)",
             "math.remainder(math.inf, 2)", "math.pow(0, -1)", "math.pow(-8, 1 / 3)", "0.0 ** -1", "math.sin(math.inf)", "math.cosh(1000)"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
