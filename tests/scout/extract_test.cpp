#include "extract.h"

#include <doctest/doctest.h>

#include "temp_repository.h"

using namespace onereel;
using namespace onereel::scout;

TEST_CASE("Python: classes, errors, raises, constants and who may see them") {
  TempRepository repository;
  repository.write("a.py", R"py(MAX_RETRIES = 3
class _Inner: ...
class TooLate(ValueError): ...
class Kettle:
    def boil(self, minutes, *, loud=False):
        raise TooLate("The kettle is "
                      "cold after %d minutes." % minutes)
    def _hiss(self): ...
def fill():
    def pour(): ...
    raise errors.Spilt(f"no room for {fill!r}")
)py");

  const RepoFacts facts = surveyed(repository);

  CHECK(fact_of(facts, FactKind::constant, "MAX_RETRIES").message == "3");
  CHECK_FALSE(fact_of(facts, FactKind::type, "_Inner").is_public);
  CHECK(names_of(facts, FactKind::error_declared) == "TooLate");
  CHECK(fact_of(facts, FactKind::error_raised, "TooLate").message ==
        "The kettle is cold after %d minutes.");
  CHECK(fact_of(facts, FactKind::error_raised, "Spilt").message == "no room for {fill!r}");
  CHECK(names_of(facts, FactKind::method) == "boil _hiss");
  CHECK_FALSE(fact_of(facts, FactKind::method, "_hiss").is_public);
  CHECK_FALSE(fact_of(facts, FactKind::function, "pour").is_public);
  CHECK(facts.counts.at("params") == 2);
  CHECK(facts.counts.at("raises") == 2);
}

TEST_CASE("Python: flags, commands, user-visible messages and swallowed errors") {
  TempRepository repository;
  repository.write("a.py", R"py(import argparse, click
parser = argparse.ArgumentParser()
parser.add_argument("-v", "--verbose", default=0)
parser.add_argument("path")
@click.group()
def cli(): ...
@cli.command("brew-tea")
@click.option("--loud/--quiet", default=True)
def brew(loud):
    try:
        click.echo("Tea is ready.")
    except OSError:
        pass
)py");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::flag) == "--verbose --loud --quiet");
  CHECK(names_of(facts, FactKind::import) == "argparse click");
  CHECK(fact_of(facts, FactKind::message, "").message == "Tea is ready.");
  CHECK(facts.counts.at("commands") == 1);
  CHECK(facts.counts.at("options") == 2);
  CHECK(facts.counts.at("catches") == 1);
  CHECK(fact_of(facts, FactKind::metric, "empty_catch").where.line == 12);
}

TEST_CASE("JavaScript: classes, functions, thrown errors, flags and required modules") {
  TempRepository repository;
  repository.write("a.js", R"js(const fs = require('node:fs')
import express from 'express'
import './local.js'
const DEFAULT_PORT = 8080
export class Stove extends EventEmitter {
  heat(to) { throw new TypeError(`cannot heat to ${to}`) }
  #cool() {}
}
exports.light = function light() {}
const boil = (water) => { console.error('no water') }
program.command('cook').option('-p, --port <number>', 'port')
class BurntError extends Error {}
)js");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::import) == "node:fs express");
  CHECK(fact_of(facts, FactKind::constant, "DEFAULT_PORT").message == "8080");
  CHECK(names_of(facts, FactKind::type) == "Stove BurntError");
  CHECK(names_of(facts, FactKind::error_declared) == "BurntError");
  CHECK(names_of(facts, FactKind::method) == "heat #cool");
  CHECK(names_of(facts, FactKind::function) == "light boil");
  CHECK(fact_of(facts, FactKind::error_raised, "TypeError").message == "cannot heat to ${to}");
  CHECK(fact_of(facts, FactKind::message, "").message == "no water");
  CHECK(names_of(facts, FactKind::flag) == "--port");
  CHECK(facts.counts.at("commands") == 1);
}

TEST_CASE("TypeScript: interfaces, generics, private methods and decorators") {
  TempRepository repository;
  repository.write("a.ts", R"ts(@Entity()
export class Shelf<T extends Book> {
  private count(): number { return 0 }
  find<K>(key: K): T { throw new NotFoundError('no such book') }
}
export interface Book { title: string }
export type Title = string
)ts");
  repository.write("b.tsx", "export function View(props: Props) { return <b>hi</b> }\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "@Entity Shelf Book Title");
  CHECK(fact_of(facts, FactKind::type, "Shelf").message == "<T extends Book>");
  CHECK_FALSE(fact_of(facts, FactKind::method, "count").is_public);
  CHECK(fact_of(facts, FactKind::error_raised, "NotFoundError").message == "no such book");
  CHECK(fact_of(facts, FactKind::function, "View").where.path == "b.tsx");
}

TEST_CASE("Go: types, receivers, sentinel errors, panics and flags") {
  TempRepository repository;
  repository.write("a.go", R"go(package a
import "errors"
var ErrCold = errors.New("the tea is cold")
const DefaultPort = 8080
type Pot[T any] struct{}
type lidError struct{}
func (e *lidError) Error() string { return "lid" }
type spill struct{}
func (s spill) Error() string { return "spilt" }
func (p *Pot[T]) Pour(cups, sugar int) error {
	if cups < 0 { panic("negative cups") }
	fs.StringVarP(&name, "name", "n", "", "whose")
	return ErrCold
}
func brew() error { return fmt.Errorf("brew %d: %w", 1, err) }
)go");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::error_declared) == "ErrCold lidError spill");
  CHECK(fact_of(facts, FactKind::error_declared, "ErrCold").message == "the tea is cold");
  CHECK(fact_of(facts, FactKind::type, "Pot").message == "[T any]");
  CHECK(names_of(facts, FactKind::error_raised) == "panic ErrCold ");
  CHECK(fact_of(facts, FactKind::error_raised, "").message == "brew %d: %w");
  CHECK(names_of(facts, FactKind::flag) == "--name");
  CHECK(fact_of(facts, FactKind::method, "Pour").is_public);
  CHECK_FALSE(fact_of(facts, FactKind::function, "brew").is_public);
  CHECK(facts.counts.at("params") == 2);
}

TEST_CASE("Rust: types, impl blocks, errors, macros and clap's flags") {
  TempRepository repository;
  repository.write("a.rs", R"rs(use std::{fs, sync::{Arc, Mutex}};
use crate::inner;
pub const BUF_SIZE: usize = 64;
pub enum TeaError { Cold }
impl std::error::Error for Broken {}
pub struct Pot<T: Ord> { inner: T }
impl<T: Ord> Pot<T> {
    pub fn pour(&self, cups: u8) -> Result<(), TeaError> {
        if cups == 0 { panic!("no cups"); }
        Err(TeaError::Cold)
    }
    fn lid(&self) { self.x.expect("a lid is there"); }
}
struct Arguments {
    #[arg(long)]
    dry_run: bool,
}
)rs");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::import) == "std::fs std::sync::Arc std::sync::Mutex");
  CHECK(names_of(facts, FactKind::error_declared) == "TeaError Broken");
  CHECK(names_of(facts, FactKind::error_raised) == "panic TeaError::Cold");
  CHECK(fact_of(facts, FactKind::message, "panic").message == "no cups");
  CHECK(fact_of(facts, FactKind::message, "").message == "a lid is there");
  CHECK(fact_of(facts, FactKind::method, "pour").is_public);
  CHECK_FALSE(fact_of(facts, FactKind::method, "lid").is_public);
  CHECK(names_of(facts, FactKind::flag) == "--dry-run");
  CHECK(fact_of(facts, FactKind::constant, "BUF_SIZE").message == "64");
}

TEST_CASE("Java: classes, annotations, thrown exceptions and picocli's flags") {
  TempRepository repository;
  repository.write("A.java", R"java(import java.util.List;
@Transactional
public class Oven<T> {
  public static final int MAX_HEAT = 300;
  @Option(names = {"-h", "--heat"}) int heat;
  @Override public void bake(List<T> cakes, int minutes) {
    if (minutes > 90) throw new IllegalStateException("burnt after " + minutes + " minutes");
    try { open(); } catch (IOException e) { }
  }
  private void open() {}
}
class BurntException extends RuntimeException {}
)java");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "@Transactional Oven @Option BurntException");
  CHECK(names_of(facts, FactKind::error_declared) == "BurntException");
  CHECK(fact_of(facts, FactKind::constant, "MAX_HEAT").message == "300");
  CHECK(fact_of(facts, FactKind::error_raised, "IllegalStateException").message ==
        "burnt after minutes");
  CHECK(fact_of(facts, FactKind::method, "bake").is_public);
  CHECK_FALSE(fact_of(facts, FactKind::method, "open").is_public);
  CHECK(names_of(facts, FactKind::flag) == "--heat");
  CHECK(facts.counts.at("catches") == 1);
}

TEST_CASE("long flags are found among short ones and their values") {
  CHECK(long_flags("-v, --verbose <level>") == std::vector<std::string>{"--verbose"});
  CHECK(long_flags("--loud/--no-loud") == std::vector<std::string>{"--loud", "--no-loud"});
  CHECK(long_flags("see the --- line").empty());
}

TEST_CASE("a nested use of Rust is spelt out, without the crate's own") {
  CHECK(rust_uses("std::{io::{self, Read}, fmt}") ==
        std::vector<std::string>{"std::io", "std::io::Read", "std::fmt"});
  CHECK(rust_uses("crate::a::B").empty());
}
