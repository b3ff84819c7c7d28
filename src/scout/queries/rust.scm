; What the scout looks for in Rust.

; ---- declarations
(struct_item name: (type_identifier) @type type_parameters: (type_parameters)? @generics)
(enum_item name: (type_identifier) @type type_parameters: (type_parameters)? @generics)
(union_item name: (type_identifier) @type)
(trait_item name: (type_identifier) @type type_parameters: (type_parameters)? @generics)
(type_item name: (type_identifier) @type)
(function_item name: (identifier) @function type_parameters: (type_parameters)? @generics
  parameters: (parameters) @parameters)
(function_signature_item name: (identifier) @function parameters: (parameters) @parameters)
(macro_definition name: (identifier) @function)
(const_item name: (identifier) @constant value: (_) @value)
(static_item name: (identifier) @constant value: (_)? @value)
(impl_item trait: [(type_identifier) (scoped_type_identifier)] @_trait
  type: [(type_identifier) @error (generic_type type: (type_identifier) @error)]
  (#match? @_trait "(^|::)Error$"))

; ---- imports
(use_declaration argument: (_) @import)
(extern_crate_declaration name: (identifier) @import)

; ---- errors
(macro_invocation macro: (_) @raise.macro (token_tree . (_)? @message)
  (#match? @raise.macro "^(std::)?(panic|unreachable|unimplemented|todo)$|^(anyhow::|eyre::)?bail$"))
(call_expression function: (identifier) @_err arguments: (arguments . (_) @raise)
  (#eq? @_err "Err"))
(macro_invocation macro: (_) @_ensure (token_tree (string_literal) @message)
  (#match? @_ensure "^(anyhow::)?(anyhow|eyre|ensure|err|format_err)$"))
(call_expression function: (field_expression field: (field_identifier) @_expect)
  arguments: (arguments . (string_literal) @message .)
  (#any-of? @_expect "expect" "context"))
(attribute_item (attribute (identifier) @_error arguments: (token_tree . (string_literal) @message))
  (#eq? @_error "error"))

; ---- what a user reads
(macro_invocation macro: (_) @_say (token_tree . (string_literal) @message)
  (#match? @_say "^(log::|tracing::)?(e?println|e?print|warn|error|info|debug|err_message|eprintln_locked|message|ignore_message)$"))
(macro_invocation macro: (_) @_say (token_tree (_) . (string_literal) @message)
  (#match? @_say "^(write|writeln|assert|debug_assert)$"))
(call_expression function: (scoped_identifier) @_format arguments: (arguments . (string_literal) @message .)
  (#match? @_format "Error::(new|msg|other|custom)$"))

; ---- command line
(call_expression function: (field_expression field: (field_identifier) @_long)
  arguments: (arguments . (string_literal) @flag.long .)
  (#eq? @_long "long"))
(struct_item body: (field_declaration_list (attribute_item (attribute (identifier) @_arg
    arguments: (token_tree) @_long)) . (field_declaration name: (field_identifier) @flag.word))
  (#any-of? @_arg "arg" "clap" "structopt")
  (#match? @_long "\\blong\\b(\\s*[,)]|$)"))
(attribute_item (attribute (identifier) @_arg arguments: (token_tree (identifier) @_long . "=" . (string_literal) @flag.long))
  (#any-of? @_arg "arg" "clap" "structopt")
  (#eq? @_long "long"))
(function_item name: (identifier) @_name body: (block . (string_literal) @flag.long .)
  (#eq? @_name "name_long"))

; ---- things that are counted
(source_file (attribute_item (attribute (_) @test)) (#match? @test "^(\\w+::)?test$"))
(declaration_list (attribute_item (attribute (_) @test)) (#match? @test "^(\\w+::)?test$"))
(attribute_item (attribute (identifier) @skip) (#eq? @skip "ignore"))
(attribute_item (attribute (identifier) @deprecated) (#eq? @deprecated "deprecated"))
(macro_invocation macro: (identifier) @assert (#match? @assert "^(debug_)?assert(_eq|_ne|_matches)?$|^eqnice$"))
