; What the scout looks for in Python. Captures: see README of src/scout/queries.

; ---- declarations
(class_definition name: (identifier) @type superclasses: (argument_list)? @type.bases)
(class_definition name: (identifier) @type type_parameters: (type_parameter) @generics)
(function_definition name: (identifier) @function parameters: (parameters) @parameters)
(function_definition name: (identifier) @function type_parameters: (type_parameter) @generics)
(module (expression_statement (assignment left: (identifier) @constant right: (_) @value))
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))
(class_definition body: (block (expression_statement
    (assignment left: (identifier) @constant right: (_) @value)))
  (#match? @constant "^_?[A-Z][A-Z0-9_]+$"))
(module (expression_statement (assignment left: (identifier) @version right: (string) @value))
  (#match? @version "^(__version__|VERSION)$"))

; ---- imports
(import_statement name: (dotted_name) @import)
(import_statement name: (aliased_import name: (dotted_name) @import))
(import_from_statement module_name: (dotted_name) @import name: (dotted_name) @import.member)
(import_from_statement module_name: (dotted_name) @import
  name: (aliased_import name: (dotted_name) @import.member))
(import_from_statement module_name: (dotted_name) @import (wildcard_import))
(import_from_statement module_name: (relative_import (dotted_name) @import.inside))
(try_statement body: (block) @guarded (except_clause value: (_) @_handler)
  (#match? @_handler "\\b(ImportError|ModuleNotFoundError)\\b"))
(with_statement (with_clause (with_item value: (call function: (_) @_suppress
    arguments: (argument_list (identifier) @_handler)))) body: (block) @guarded
  (#match? @_suppress "(^|\\.)suppress$")
  (#match? @_handler "^(ImportError|ModuleNotFoundError)$"))

; ---- errors
(raise_statement . (call function: (_) @raise arguments: (argument_list . (_)? @message)))
(raise_statement . [(identifier) (attribute)] @raise)
(raise_statement . (call function: (_) @raise arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (_) @message)))
  (#match? @_key "^(message|msg|reason|detail|description)$"))

; ---- what a user reads
(call function: (_) @_say arguments: (argument_list . [(string) (concatenated_string)] @message)
  (#match? @_say "^(print|click\\.(echo|secho|confirm|prompt)|typer\\.(echo|secho)|sys\\.exit|exit|sys\\.std(out|err)\\.write|warnings\\.warn|warn|messages\\.\\w+|(parser|ctx|argparser)\\.(error|exit|fail)|self\\.(fail|error|warn|warning)|(self\\.)?_?(log|logger|logging|LOG|LOGGER|_logger)\\.(debug|info|warn|warning|error|exception|critical|fatal)|abort|flash)$"))
(call function: (_) @_say arguments: (argument_list . (_) . [(string) (concatenated_string)] @message)
  (#match? @_say "^(abort|parser\\.exit|(self\\.)?_?(log|logger|logging|LOG|LOGGER)\\.log)$"))
(assert_statement (_) . [(string) (concatenated_string)] @message)

; ---- command line
(call function: (_) @_option arguments: (argument_list (string) @flag)
  (#match? @_option "(^|\\.)(add_argument|add_option|option|Option)$"))
(call function: (attribute attribute: (identifier) @_parser) arguments: (argument_list . (string) @command)
  (#eq? @_parser "add_parser"))
(decorated_definition (decorator [
    (attribute attribute: (identifier) @_command)
    (call function: (attribute attribute: (identifier) @_command))
  ]) definition: (function_definition name: (identifier) @command.word)
  (#eq? @_command "command"))
(call function: (_) @_option arguments: (argument_list (keyword_argument name: (identifier) @_key) @option)
  (#match? @_option "(^|\\.)(add_argument|add_option|option|Option)$")
  (#eq? @_key "default"))

; ---- things that are counted
(except_clause (block . (pass_statement) .)) @catch.empty
(except_clause (block . (expression_statement (ellipsis)) .)) @catch.empty
(function_definition name: (identifier) @test (#match? @test "^test"))
(assert_statement) @assert
(call function: (attribute attribute: (identifier) @assert) (#match? @assert "^assert[A-Z_]"))
(decorator (_) @skip (#match? @skip "(^|\\.)(skip|skipif|skipIf|skipUnless|xfail)\\b"))
(decorator [(identifier) (attribute attribute: (identifier)) (call function: (identifier))] @deprecated
  (#match? @deprecated "(?i)(^|\\.)deprecated\\b"))
(decorator [(identifier) @annotation (attribute attribute: (identifier) @annotation)
            (call function: (identifier) @annotation)] (#eq? @annotation "deprecated"))
(call function: (_) @_warn arguments: (argument_list (identifier) @deprecated)
  (#match? @_warn "(^|\\.)warn$")
  (#match? @deprecated "^(Pending)?DeprecationWarning$"))
