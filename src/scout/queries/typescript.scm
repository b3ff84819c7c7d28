; What TypeScript has beside JavaScript.
(class_declaration name: (type_identifier) @type type_parameters: (type_parameters)? @generics
  (class_heritage)? @type.bases)
(abstract_class_declaration name: (type_identifier) @type type_parameters: (type_parameters)? @generics
  (class_heritage)? @type.bases)
(interface_declaration name: (type_identifier) @type type_parameters: (type_parameters)? @generics)
(type_alias_declaration name: (type_identifier) @type type_parameters: (type_parameters)? @generics)
(enum_declaration name: (identifier) @type)
(function_declaration name: (identifier) @function type_parameters: (type_parameters) @generics)
(function_signature name: (identifier) @function parameters: (formal_parameters) @parameters)
(abstract_method_signature name: (property_identifier) @function parameters: (formal_parameters) @parameters)
(method_definition name: (property_identifier) @function type_parameters: (type_parameters) @generics)
(import_statement (import_require_clause source: (string) @import))
(decorator [(identifier) @annotation (call_expression function: (identifier) @annotation)])
