// The words of the layer language; docs/language.md explains them.
lexer grammar NetLexer;

BLOCK : 'block';
ELSE : 'else';
GROUP : 'group' -> pushMode(LABELS);
IF : 'if';
IMPORT : 'import';
IN : 'in';
INIT : 'init';
INPUT : 'input';
LET : 'let';
NETWORK : 'network' -> pushMode(LABELS);
OUTPUT : 'output';
PARAMETER : 'parameter';
REPEAT : 'repeat';
SEED : 'seed';
SEQUENCE : 'sequence' -> pushMode(LABELS);
WEIGHTS : 'weights';
AS : 'as' -> pushMode(LABELS);
AND : 'and';
OR : 'or';
NOT : 'not';
TRUE : 'true';
FALSE : 'false';

ARROW : '->';
RANGE : '..';
EQUAL : '==';
NOT_EQUAL : '!=';
LESS_EQUAL : '<=';
GREATER_EQUAL : '>=';
LESS : '<';
GREATER : '>';
ASSIGN : '=';
PLUS : '+';
MINUS : '-';
TIMES : '*';
SLASH : '/';
PERCENT : '%';
COMMA : ',';
COLON : ':';
SEMICOLON : ';';
QUESTION : '?';
LEFT_PARENTHESIS : '(';
RIGHT_PARENTHESIS : ')';
LEFT_BRACKET : '[';
RIGHT_BRACKET : ']';
LEFT_BRACE : '{';
RIGHT_BRACE : '}';

// A word with operands: the parenthesis follows without a space.
CALL : Word '(';
NAME : Word;
SIZES : Digits ('x' Digits)+;
DECIMAL : Digits '.' Digits Exponent? | Digits Exponent;
WHOLE : Digits;
TEXT : '"' ~["\r\n]* '"';

NEWLINE : '\r'? '\n' | '\r';
SPACE : [ \t]+ -> skip;
COMMENT : '#' ~[\r\n]* -> skip;
UNKNOWN : .;

fragment Word : [A-Za-z_] [A-Za-z0-9_]*;
fragment Digits : [0-9]+;
fragment Exponent : [eE] [+-]? [0-9]+;

mode LABELS;

LABEL_SPACE : [ \t]+ -> skip;
LABEL : [A-Za-z0-9_.{}-]* [A-Za-z0-9_.}-] -> popMode;
NO_LABEL : . -> popMode;
