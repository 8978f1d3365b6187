// The sentences of the layer language; docs/language.md explains them.
parser grammar NetParser;

options { tokenVocab = NetLexer; }

file : separator? (declaration (separator declaration)* separator?)? EOF;

separator : (NEWLINE | SEMICOLON)+;

declaration
    : IMPORT TEXT                                                                   # importing
    | BLOCK blockHead formal* body                                                  # block
    | NETWORK LABEL formal*                                                         # network
    | INPUT NAME COLON type                                                         # input
    | WEIGHTS TEXT                                                                  # weights
    | SEED WHOLE                                                                    # seed
    | statement                                                                     # step
    ;

blockHead
    : NAME
    | CALL NAME (COMMA NAME)* RIGHT_PARENTHESIS
    ;

formal : NAME (ASSIGN simple)?;

type : NAME LEFT_BRACKET (dimension (COMMA dimension)*)? RIGHT_BRACKET;

dimension : expression | QUESTION;

body : LEFT_BRACE separator? (statement (separator statement)* separator?)? RIGHT_BRACE;

statement
    : LET NAME ASSIGN expression                                                    # let
    | INIT simple                                                                   # init
    | PARAMETER NAME COLON type (optionName simple)*                                # parameter
    | OUTPUT NAME (ASSIGN chain)?                                                   # output
    | NAME (COMMA NAME)* ASSIGN chain                                               # branch
    | REPEAT (NAME IN)? counter body                                                # repeat
    | IF expression body (NEWLINE* ELSE IF expression body)* (NEWLINE* ELSE body)?  # choice
    | (GROUP | SEQUENCE) LABEL body                                                 # group
    | chain (ARROW NAME)?                                                           # apply
    ;

counter
    : expression
    | expression RANGE expression
    ;

chain : element+;

element
    : NAME                                                                          # word
    | IN                                                                            # word
    | CALL (operand (COMMA operand)*)? RIGHT_PARENTHESIS                            # call
    | optionName simple                                                             # option
    | (PLUS | TIMES) merged                                                         # merge
    | AS LABEL                                                                      # label
    | argument                                                                      # value
    ;

// Words of the language that are attributes of ONNX operators, too; a label is expected after `group`, none is found.
optionName
    : (NAME | SEED | INIT) ASSIGN
    | GROUP NO_LABEL
    ;

operand : chain?;

merged
    : NAME                                                                          # mergedName
    | CALL (operand (COMMA operand)*)? RIGHT_PARENTHESIS                            # mergedCall
    | LEFT_PARENTHESIS chain RIGHT_PARENTHESIS                                      # mergedChain
    | number                                                                        # mergedNumber
    ;

argument
    : number
    | SIZES
    | TEXT
    | TRUE
    | FALSE
    | list
    | LEFT_PARENTHESIS expression RIGHT_PARENTHESIS
    ;

// A value that needs no parentheses: a default, or the value of an option.
simple
    : argument
    | NAME
    | IN
    | function
    ;

number : MINUS? (WHOLE | DECIMAL);

list : LEFT_BRACKET (expression (COMMA expression)*)? RIGHT_BRACKET;

function : CALL (expression (COMMA expression)*)? RIGHT_PARENTHESIS;

expression
    : MINUS expression                                                              # negation
    | expression (TIMES | SLASH | PERCENT) expression                               # product
    | expression (PLUS | MINUS) expression                                          # sum
    | expression (EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) expression # comparison
    | NOT expression                                                                # inversion
    | expression AND expression                                                     # conjunction
    | expression OR expression                                                      # disjunction
    | LEFT_PARENTHESIS expression RIGHT_PARENTHESIS                                 # enclosed
    | (WHOLE | DECIMAL | SIZES | TEXT | TRUE | FALSE)                               # literal
    | (NAME | IN)                                                                   # name
    | list                                                                          # items
    | function                                                                      # application
    ;
