; What the scout looks for in JavaScript. TypeScript: the same and typescript.scm.

; ---- declarations
(function_declaration name: (identifier) @function parameters: (formal_parameters) @parameters)
(generator_function_declaration name: (identifier) @function parameters: (formal_parameters) @parameters)
(program (lexical_declaration (variable_declarator name: (identifier) @function
    value: [(arrow_function parameters: (formal_parameters) @parameters)
            (function_expression parameters: (formal_parameters) @parameters)])))
(export_statement (lexical_declaration (variable_declarator name: (identifier) @function
    value: [(arrow_function parameters: (formal_parameters) @parameters)
            (function_expression parameters: (formal_parameters) @parameters)])))
(assignment_expression left: (member_expression object: (_) @method.of property: (property_identifier) @method)
  right: [(function_expression parameters: (formal_parameters) @parameters)
          (arrow_function parameters: (formal_parameters) @parameters)]
  (#not-match? @method.of "^(window|global|globalThis|this)$")
  (#not-match? @method "^(exports|prototype|on[a-z]+)$"))
(method_definition name: [(property_identifier) (private_property_identifier)] @function
  parameters: (formal_parameters) @parameters)
(program (lexical_declaration (variable_declarator name: (identifier) @constant value: (_) @value))
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))
(program (variable_declaration (variable_declarator name: (identifier) @constant value: (_) @value))
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))
(export_statement (lexical_declaration (variable_declarator name: (identifier) @constant value: (_) @value))
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))
(assignment_expression left: (member_expression object: (_) @_of property: (property_identifier) @constant)
  right: (_) @value
  (#match? @_of "^[A-Z]|^(module\\.)?exports$")
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))

; ---- imports
(import_statement source: (string) @import)
(export_statement source: (string) @import)
(call_expression function: (identifier) @_require arguments: (arguments . (string) @import .)
  (#eq? @_require "require"))
(call_expression function: (import) arguments: (arguments . (string) @import))
(try_statement body: (statement_block (expression_statement (assignment_expression right: (call_expression function: (identifier) @_require)))) @guarded
  handler: (catch_clause)
  (#eq? @_require "require"))
(try_statement body: (statement_block (lexical_declaration (variable_declarator value: (call_expression function: (identifier) @_require)))) @guarded
  handler: (catch_clause)
  (#eq? @_require "require"))
(try_statement body: (statement_block (return_statement (call_expression function: (identifier) @_require))) @guarded
  handler: (catch_clause)
  (#eq? @_require "require"))
(try_statement body: (statement_block (expression_statement (call_expression function: (identifier) @_require))) @guarded
  handler: (catch_clause)
  (#eq? @_require "require"))

; ---- errors
(throw_statement (new_expression constructor: (_) @raise arguments: (arguments . (_)? @message)))
(throw_statement (call_expression function: [(identifier) (member_expression)] @raise arguments: (arguments . (_)? @message)))
(call_expression function: (_) @_reject arguments: (arguments . (new_expression
    constructor: (_) @raise arguments: (arguments . (_)? @message)))
  (#match? @_reject "^(next|done|callback|cb|fn|reject|Promise\\.reject)$"))
(return_statement (new_expression constructor: (_) @raise arguments: (arguments . (_)? @message))
  (#match? @raise "(Error|Exception)$"))
(variable_declarator value: (new_expression constructor: (_) @raise arguments: (arguments . (_)? @message))
  (#match? @raise "(Error|Exception)$"))

; ---- what a user reads
(call_expression function: (member_expression) @_say
  arguments: (arguments . [(string) (template_string) (binary_expression)] @message)
  (#match? @_say "^(console\\.(log|info|warn|error)|process\\.std(out|err)\\.write|(this\\.)?(log|logger)\\.(debug|info|warn|warning|error|fatal))$"))
(call_expression function: (identifier) @_say
  arguments: (arguments . [(string) (template_string) (binary_expression)] @message)
  (#match? @_say "^(deprecate|warn|warning|invariant|alert)$"))
(call_expression function: (identifier) @_say
  arguments: (arguments . (_) . [(string) (template_string) (binary_expression)] @message)
  (#match? @_say "^(assert|invariant|warning)$"))

; ---- command line
(call_expression function: (member_expression property: (property_identifier) @_option)
  arguments: (arguments . (string) @flag)
  (#any-of? @_option "option" "requiredOption" "addOption"))
(new_expression constructor: (_) @_option arguments: (arguments . (string) @flag)
  (#match? @_option "(^|\\.)Option$"))
(call_expression function: (member_expression property: (property_identifier) @_command)
  arguments: (arguments . (string) @command)
  (#eq? @_command "command"))

; ---- things that are counted
(catch_clause body: (statement_block) @catch.empty (#match? @catch.empty "^\\{\\s*\\}$"))
(call_expression function: (identifier) @test arguments: (arguments . [(string) (template_string)])
  (#any-of? @test "it" "test" "specify"))
(call_expression function: (identifier) @assert (#any-of? @assert "expect" "assert" "should"))
(call_expression function: (member_expression object: (identifier) @assert)
  (#eq? @assert "assert"))
(call_expression function: (member_expression object: (identifier) @_test property: (property_identifier) @skip)
  (#any-of? @_test "it" "test" "describe" "suite")
  (#any-of? @skip "skip" "todo"))
(call_expression function: (identifier) @skip (#any-of? @skip "xit" "xdescribe" "xtest"))
(call_expression function: (identifier) @deprecated (#eq? @deprecated "deprecate"))
