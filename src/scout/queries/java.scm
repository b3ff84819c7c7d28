; What the scout looks for in Java.

; ---- declarations
(class_declaration name: (identifier) @type type_parameters: (type_parameters)? @generics
  superclass: (superclass)? @type.bases)
(interface_declaration name: (identifier) @type type_parameters: (type_parameters)? @generics)
(enum_declaration name: (identifier) @type)
(record_declaration name: (identifier) @type type_parameters: (type_parameters)? @generics)
(annotation_type_declaration name: (identifier) @type)
(method_declaration type_parameters: (type_parameters)? @generics name: (identifier) @function
  parameters: (formal_parameters) @parameters)
(field_declaration (modifiers) @_modifiers declarator: (variable_declarator name: (identifier) @constant value: (_) @value)
  (#match? @_modifiers "\\bstatic\\b")
  (#match? @_modifiers "\\bfinal\\b"))
(interface_body (constant_declaration declarator: (variable_declarator name: (identifier) @constant value: (_) @value)))
[(annotation name: (identifier) @annotation) (marker_annotation name: (identifier) @annotation)]

; ---- imports
(import_declaration [(scoped_identifier) (identifier)] @import)

; ---- errors
(throw_statement (object_creation_expression type: (_) @raise arguments: (argument_list . (_)? @message)))
(lambda_expression body: (object_creation_expression type: (_) @raise arguments: (argument_list . (_)? @message))
  (#match? @raise "(Exception|Error)$"))

; ---- what a user reads
(method_invocation object: (_) @_of name: (identifier) @_say
  arguments: (argument_list . [(string_literal) (binary_expression)] @message)
  (#match? @_of "^(System\\.(out|err)|(?i:log|logger))$")
  (#match? @_say "^(print|println|printf|trace|debug|info|warn|warning|error|severe|fatal)$"))
(method_invocation object: (_) @_of arguments: (argument_list (_) . [(string_literal) (binary_expression)] @message .)
  (#match? @_of "^(Assert|Preconditions|Objects|Validate|Assertions)$"))
(method_invocation name: (identifier) @_say arguments: (argument_list (_) . (string_literal) @message)
  (#any-of? @_say "checkArgument" "checkState" "checkNotNull" "requireNonNull" "rejectValue" "addFlashAttribute"))

; ---- command line
(annotation name: (identifier) @_option arguments: (annotation_argument_list
    (element_value_pair key: (identifier) @_names value: [(string_literal) @flag
      (element_value_array_initializer (string_literal) @flag)]))
  (#any-of? @_option "Option" "Parameter")
  (#eq? @_names "names"))
(annotation name: (identifier) @_command arguments: (annotation_argument_list
    (element_value_pair key: (identifier) @_name value: (string_literal) @command))
  (#eq? @_command "Command")
  (#eq? @_name "name"))

; ---- things that are counted
(catch_clause body: (block) @catch.empty (#match? @catch.empty "^\\{\\s*\\}$"))
(marker_annotation name: (identifier) @test (#any-of? @test "Test" "ParameterizedTest" "RepeatedTest"))
(method_invocation name: (identifier) @assert (#match? @assert "^(assert[A-Z]\\w*|assertThat|verify)$"))
[(annotation name: (identifier) @skip) (marker_annotation name: (identifier) @skip)
  (#any-of? @skip "Disabled" "Ignore")]
[(annotation name: (identifier) @deprecated) (marker_annotation name: (identifier) @deprecated)
  (#eq? @deprecated "Deprecated")]
