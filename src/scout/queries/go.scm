; What the scout looks for in Go.

; ---- declarations
(type_spec name: (type_identifier) @type type_parameters: (type_parameter_list)? @generics)
(type_alias name: (type_identifier) @type)
(function_declaration name: (identifier) @function type_parameters: (type_parameter_list)? @generics
  parameters: (parameter_list) @parameters)
(method_declaration receiver: (parameter_list) @method.of name: (field_identifier) @method
  parameters: (parameter_list) @parameters)
(const_spec name: (identifier) @constant value: (expression_list . (_) @value)?)
(source_file (var_declaration [
    (var_spec name: (identifier) @error value: (expression_list . (call_expression
      function: (selector_expression) @_new arguments: (argument_list . (_)? @message))))
    (var_spec_list (var_spec name: (identifier) @error value: (expression_list . (call_expression
      function: (selector_expression) @_new arguments: (argument_list . (_)? @message)))))])
  (#match? @error "^([eE]rr|_?[eE]rror)")
  (#match? @_new "^(errors\\.New|fmt\\.Errorf|xerrors\\.(New|Errorf))$"))

; ---- imports
(import_spec path: (interpreted_string_literal) @import)

; ---- errors
(call_expression function: (identifier) @raise arguments: (argument_list . (_)? @message)
  (#eq? @raise "panic"))
(return_statement (expression_list (call_expression function: (selector_expression) @_new
    arguments: (argument_list . (_)? @message)) @raise.unnamed)
  (#match? @_new "^(errors\\.(New|Errorf|Wrapf?|WithMessage)|fmt\\.Errorf|xerrors\\.(New|Errorf)|status\\.Errorf?)$"))
(return_statement (expression_list [(identifier) (selector_expression)] @raise)
  (#match? @raise "(^|\\.)(Err[A-Z]\\w*|err[A-Z]\\w*)$"))
(return_statement (expression_list [
    (unary_expression operand: (composite_literal type: (_) @raise))
    (composite_literal type: (_) @raise)])
  (#match? @raise "(Error|Err)$"))

; ---- what a user reads
(call_expression function: (selector_expression) @_say
  arguments: (argument_list . [(interpreted_string_literal) (raw_string_literal) (binary_expression)] @message)
  (#match? @_say "^(fmt\\.Print(ln|f)?|(log|logger|slog|klog|glog|logrus)\\.(Print|Fatal|Panic|Debug|Info|Warn|Warning|Error)(ln|f)?)$"))
(call_expression function: (selector_expression) @_say
  arguments: (argument_list . (_) . [(interpreted_string_literal) (raw_string_literal)] @message)
  (#match? @_say "^(fmt\\.Fprint(ln|f)?|io\\.WriteString|http\\.Error)$"))
(call_expression function: (identifier) @_say
  arguments: (argument_list . [(interpreted_string_literal) (raw_string_literal)] @message)
  (#match? @_say "^(debugPrint\\w*|print(ln)?|assert1|logf?|fatalf?|warnf?)$"))
(call_expression function: (identifier) @_say
  arguments: (argument_list . (_) . [(interpreted_string_literal) (raw_string_literal)] @message)
  (#match? @_say "^assert[1l]?$"))

; ---- command line
(call_expression function: (selector_expression operand: (_) @_set field: (field_identifier) @_flag)
  arguments: (argument_list . (interpreted_string_literal) @flag.long)
  (#match? @_flag "^(String|Bool|Int|Int64|Uint|Uint64|Float64|Duration|Func|BoolFunc|StringSlice|StringArray|IntSlice|Count|IP)P?$")
  (#match? @_set "(?i)(^flag$|flags|^fs$|flagset|^f$|pflag|^cmd$)"))
(call_expression function: (selector_expression operand: (_) @_set field: (field_identifier) @_flag)
  arguments: (argument_list . (_) . (interpreted_string_literal) @flag.long)
  (#match? @_flag "^(String|Bool|Int|Int64|Uint|Uint64|Float64|Duration|StringSlice|StringArray|IntSlice|StringToString|Count|Text|IP)?VarP?$")
  (#match? @_set "(?i)(^flag$|flags|^fs$|flagset|^f$|pflag|^cmd$)"))
(keyed_element (literal_element (identifier) @_use) (literal_element (interpreted_string_literal) @command)
  (#eq? @_use "Use"))

; ---- things that are counted
(function_declaration name: (identifier) @test (#match? @test "^Test[A-Z_]"))
(call_expression function: (selector_expression) @assert
  (#match? @assert "^(assert|require)\\.[A-Z]|^t\\.(Error|Fatal|Errorf|Fatalf)$"))
(call_expression function: (selector_expression) @skip (#match? @skip "^[tb]\\.Skip(f|Now)?$"))
(if_statement condition: (binary_expression right: (nil)) consequence: (block) @catch.empty
  (#match? @catch.empty "^\\{\\s*\\}$"))
