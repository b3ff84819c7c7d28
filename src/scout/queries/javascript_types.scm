; The declarations of types in JavaScript, whose names are plain identifiers there.
(class_declaration name: (identifier) @type (class_heritage)? @type.bases)
(decorator [(identifier) @annotation (call_expression function: (identifier) @annotation)])
