/// What the number and string types say and take, by version.

export interface ScalarMessages {
  /// ZeroDivisionError; 3.14 says nearly everywhere the same.
  readonly intDivide: string;
  readonly intModulo: string;
  readonly floatDivide: string;
  readonly floatFloorDivide: string;
  readonly floatModulo: string;
  readonly floatDivmod: string;
  readonly power: string;
  readonly complexDivide: string;
  readonly complexPower: string;
  /// str.replace(count=...) may be given by name, and str.find names its arguments (3.13+, Argument Clinic).
  readonly strUsesClinic: boolean;
  /// '%c' says what it got instead (3.14).
  readonly describesPercentC: boolean;
  /// Words for a dict key that str.maketrans does not take ("mustbe" is 3.14's).
  readonly maketransTable: string;
  readonly maketransKeys: string;
  /// bytes.center() etc. tell the length of what is not one byte (3.14 Python/getargs.c).
  readonly tellsFillLength: boolean;
  /// What bytearray.extend() says of a str (3.13 Objects/bytearrayobject.c bytearray_extend).
  readonly extendNamesIterable: boolean;
  /// bytes.fromhex takes bytes and tells an odd number of digits (3.14).
  readonly fromhexTakesBytes: boolean;
  /// complex() names its argument `real` or `imag` (3.14).
  readonly complexNamesArguments: boolean;
  /// A real operand of complex arithmetic is not made complex, which keeps signs of zeros (3.14).
  readonly complexMixesReals: boolean;
  /// bool(NotImplemented) is a TypeError (3.14).
  readonly refusesNotImplementedBool: boolean;
}

export const scalarMessages311: ScalarMessages = {
  intDivide: 'integer division or modulo by zero',
  intModulo: 'integer modulo by zero',
  floatDivide: 'float division by zero',
  floatFloorDivide: 'float floor division by zero',
  floatModulo: 'float modulo',
  floatDivmod: 'float divmod()',
  power: '0.0 cannot be raised to a negative power',
  complexDivide: 'complex division by zero',
  complexPower: '0.0 to a negative or complex power',
  strUsesClinic: false,
  describesPercentC: false,
  maketransTable: 'translate table',
  maketransKeys: 'must be',
  tellsFillLength: false,
  extendNamesIterable: false,
  fromhexTakesBytes: false,
  complexNamesArguments: false,
  complexMixesReals: false,
  refusesNotImplementedBool: false
};

export const scalarMessages313: ScalarMessages = {
  ...scalarMessages311,
  floatModulo: 'float modulo by zero',
  strUsesClinic: true,
  extendNamesIterable: true
};

export const scalarMessages314: ScalarMessages = {
  ...scalarMessages313,
  intDivide: 'division by zero',
  intModulo: 'division by zero',
  floatDivide: 'division by zero',
  floatFloorDivide: 'division by zero',
  floatModulo: 'division by zero',
  floatDivmod: 'division by zero',
  power: 'zero to a negative power',
  complexDivide: 'division by zero',
  complexPower: 'zero to a negative or complex power',
  describesPercentC: true,
  maketransTable: 'translatetable',
  maketransKeys: 'mustbe',
  tellsFillLength: true,
  fromhexTakesBytes: true,
  complexNamesArguments: true,
  complexMixesReals: true,
  refusesNotImplementedBool: true
};
