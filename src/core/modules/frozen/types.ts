/// `types`: names for the types that have none in builtins.
export const typesSource = `
import sys

def _function(): pass
def _generator(): yield
async def _coroutine(): pass

FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
GeneratorType = type(_generator())
_unfinished = _coroutine()
CoroutineType = type(_unfinished)
_unfinished.close()
MethodType = type(_function.__get__(1))
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
ModuleType = type(sys)
MemberDescriptorType = type(FunctionType.__globals__)
GetSetDescriptorType = type(FunctionType.__code__)
CellType = type((lambda x: lambda: x)(1).__closure__[0])
FrameType = type(sys._getframe())
try:
    raise TypeError
except TypeError as exc:
    TracebackType = type(exc.__traceback__)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
del _function, _generator, _coroutine, _unfinished, sys

def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)

class DynamicClassAttribute(property):
    pass
`;
