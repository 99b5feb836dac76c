/// `operator`: what `_operator` has, and the same under the names of special methods.
const SPECIAL = `lt le eq ne gt ge not abs add and floordiv index inv invert lshift mod mul matmul neg or pos pow rshift sub truediv xor concat contains
delitem getitem setitem iadd iand iconcat ifloordiv ilshift imod imul imatmul ior ipow irshift isub itruediv ixor call`.split(/\s+/);

export const operatorSource = `
from _operator import *
__all__ = sorted([name for name in globals() if name[0] != "_"])

${SPECIAL.map(name => `__${name}__ = ${['not', 'and', 'or'].includes(name) ? `${name}_` : name}`).join('\n')}
`;
