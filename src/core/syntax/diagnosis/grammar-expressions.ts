/// The expressions half of the diagnosis grammar; notation and source: see grammar.ts.
export const expressionRules = `
expressions: expression (',' expression)+ ','? -> Tuple | expression ',' -> Tuple | expression
expression (memo): invalid_expression
  | invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression -> IfExp
  | disjunction
  | lambdef
yield_expr: 'yield' 'from' expression -> YieldFrom | 'yield' star_expressions? -> Yield
star_expressions: elts=(star_expression (',' star_expression)+) ','? -> Tuple
  | elts=star_expression ',' -> Tuple
  | star_expression
star_expression (memo): '*' value=bitwise_or -> Starred | expression
star_named_expressions: a=','.star_named_expression+ ','?
star_named_expression: '*' value=bitwise_or -> Starred | named_expression
assignment_expression: NAME ':=' ~ expression -> NamedExpr
named_expression: assignment_expression | invalid_named_expression | a=expression !':='
disjunction (memo): conjunction ('or' conjunction)+ -> BoolOp | conjunction
conjunction (memo): inversion ('and' inversion)+ -> BoolOp | inversion
inversion (memo): 'not' inversion -> UnaryOp | comparison
comparison: left=bitwise_or op=compare_pair+ -> Compare | bitwise_or
compare_pair: @14+ invalid_comparison | '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or
  | '>=' bitwise_or
  | '>' bitwise_or | 'not' 'in' bitwise_or | a='in' bitwise_or | 'is' 'not' bitwise_or | 'is' bitwise_or
bitwise_or (left): bitwise_or '|' bitwise_xor -> BinOp | bitwise_xor
bitwise_xor (left): bitwise_xor '^' bitwise_and -> BinOp | bitwise_and
bitwise_and (left): bitwise_and '&' shift_expr -> BinOp | shift_expr
shift_expr (left): shift_expr '<<' sum -> BinOp | shift_expr '>>' sum -> BinOp | @13+ invalid_arithmetic | sum
sum (left): sum '+' term -> BinOp | sum '-' term -> BinOp | term
term (left): term '*' factor -> BinOp | term '/' factor -> BinOp | term '//' factor -> BinOp | term '%' factor -> BinOp
  | term '@' factor -> BinOp | @13+ invalid_factor | factor
factor (memo): '+' factor -> UnaryOp | '-' factor -> UnaryOp | '~' factor -> UnaryOp | power
power: await_primary '**' factor -> BinOp | await_primary
await_primary (memo): 'await' primary -> Await | primary
primary (left): primary '.' NAME -> Attribute
  | primary genexp -> Call
  | primary '(' arguments? ')' -> Call
  | primary '[' slices ']' -> Subscript
  | atom
slices: a=slice !',' | ','.(slice | starred_expression)+ ','? -> Tuple
slice: expression? ':' expression? (':' expression?)? -> Slice | named_expression
atom: NAME | 'True' -> True | 'False' -> False | 'None' -> None
  | &(STRING | FSTRING_START | TSTRING_START) strings
  | NUMBER => number
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...' -> Ellipsis
group: '(' a=(yield_expr | named_expression) ')' | invalid_group
lambdef: 'lambda' lambda_params? ':' expression -> Lambda
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  | lambda_param_with_default+ lambda_star_etc?
  | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds?
  | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: a=lambda_param ',' | a=lambda_param &':'
lambda_param_with_default: a=lambda_param default ',' | a=lambda_param default &':'
lambda_param_maybe_default: a=lambda_param default? ',' | a=lambda_param default? &':'
lambda_param: NAME -> arg

strings (memo): @14+ invalid_string_tstring_concat
  | a=(fstring | string)+ => strings
  | @14+ a=tstring+ => strings
string: token=STRING -> Constant
fstring: @12+ FSTRING_START fstring_middle* FSTRING_END -> JoinedStr
fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field: @-13 '{' annotated_rhs '='? a=('!' NAME)? fstring_full_format_spec? '}' => conversion
  | @14+ '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}'
  | invalid_fstring_replacement_field
fstring_conversion: a=('!' NAME) => conversion
fstring_full_format_spec: ':' fstring_format_spec*
fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
tstring (memo): TSTRING_START tstring_middle* TSTRING_END -> TemplateStr
tstring_middle: tstring_replacement_field | TSTRING_MIDDLE
tstring_replacement_field: '{' annotated_rhs '='? fstring_conversion? tstring_full_format_spec? '}'
  | invalid_tstring_replacement_field
tstring_full_format_spec: ':' tstring_format_spec*
tstring_format_spec: TSTRING_MIDDLE | tstring_replacement_field

list: '[' elts=star_named_expressions? ']' -> List
tuple: '(' elts=(star_named_expression ',' star_named_expressions?)? ')' -> Tuple
set: '{' star_named_expressions '}' -> Set
dict: '{' double_starred_kvpairs? '}' -> Dict | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ iter=disjunction ifs=('if' a=disjunction)* -> comprehension
  | 'for' star_targets 'in' ~ iter=disjunction ifs=('if' a=disjunction)* -> comprehension
  | @13 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'
      ! last() 'in' expected after for-loop variables
  | @14+ invalid_for_if_clause
  | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' -> ListComp | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' -> SetComp | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' -> GeneratorExp | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' -> DictComp | invalid_dict_comprehension

arguments (memo): a=args ','? &')' | invalid_arguments
args: elts=','.(starred_expression | (assignment_expression | a=expression !':=') !'=')+ rest=(',' kwargs)? -> Args
  | rest=kwargs -> Args
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: @13+ invalid_starred_expression_unpacking | '*' value=expression -> Starred
  | @13 '*' ! last() Invalid star expression
  | @14+ invalid_starred_expression
kwarg_or_starred: invalid_kwarg | NAME '=' expression -> keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression -> keyword | '**' expression -> unpacking

star_targets: a=star_target !',' | elts=(star_target (',' star_target)*) ','? -> Tuple
star_targets_list_seq: ','.star_target+ ','?
star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
star_target (memo): '*' (!'*' star_target) -> Starred | target_with_star_atom
target_with_star_atom (memo): t_primary '.' NAME !t_lookahead -> Attribute
  | t_primary '[' slices ']' !t_lookahead -> Subscript
  | star_atom
star_atom: NAME
  | '(' a=target_with_star_atom ')'
  | '(' elts=star_targets_tuple_seq? ')' -> Tuple
  | '[' elts=star_targets_list_seq? ']' -> List
single_target: single_subscript_attribute_target | NAME | '(' a=single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead -> Attribute
  | t_primary '[' slices ']' !t_lookahead -> Subscript
t_primary (left): t_primary '.' NAME &t_lookahead -> Attribute
  | t_primary '[' slices ']' &t_lookahead -> Subscript
  | t_primary genexp &t_lookahead -> Call
  | t_primary '(' arguments? ')' &t_lookahead -> Call
  | a=atom &t_lookahead
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target (memo): t_primary '.' NAME !t_lookahead -> Attribute
  | t_primary '[' slices ']' !t_lookahead -> Subscript
  | del_t_atom
del_t_atom: NAME | '(' a=del_target ')' | '(' elts=del_targets? ')' -> Tuple | '[' elts=del_targets? ']' -> List
`;
