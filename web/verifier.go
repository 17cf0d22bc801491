// Vérifie un dossier de preuves décompressé, avec le code de la base de sommes de contrôle de Go
// (golang.org/x/mod/sumdb) et aucune ligne du vérificateur Python :
//
//	apt-get install golang-go golang-golang-x-mod-dev
//	cd DOSSIER && GO111MODULE=off GOPATH=/usr/share/gocode go run verifier.go [CLÉ]
//
// La clé, lue ailleurs, est celle qui signe les têtes de ce registre ; sans elle, celle de cle.txt.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/bits"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type fact struct {
	Position int64
	Rang     int64
	Entree   string
	Chemin   []string
}

type head struct {
	Taille  int64
	Racine  string
	Feuille string
	Chemin  []string
}

type manifest struct {
	Tete  head
	Avant []head `json:"tetes_anterieures"`
}

func main() {
	size, root := signed()
	var said manifest
	must(json.Unmarshal(read("manifeste.json"), &said), "manifeste.json")
	if said.Tete.Taille != size || hash(said.Tete.Racine) != root {
		fail("manifeste.json ne dit pas la tête signée")
	}
	lines := bufio.NewScanner(bytes.NewReader(read("faits.jsonl")))
	lines.Buffer(nil, 1<<28)
	count := 0
	for ; lines.Scan(); count++ {
		var one fact
		must(json.Unmarshal(lines.Bytes(), &one), "faits.jsonl")
		leaf := tlog.RecordHash([]byte(one.Entree))
		err := tlog.CheckRecord(hashes(one.Chemin), size, root, one.Rang, leaf)
		must(err, fmt.Sprintf("le fait %d", one.Position))
	}
	must(lines.Err(), "faits.jsonl")
	for _, before := range said.Avant {
		err := tlog.CheckTree(consistency(before), size, root, before.Taille, hash(before.Racine))
		must(err, "la tête antérieure "+before.Racine)
	}
	fmt.Printf("INTACT : %d faits, %d têtes antérieures, sous une tête signée de %d écritures\n", count, len(said.Avant), size)
}

// signed opens tete.note: how many entries it covers, and their root.
func signed() (int64, tlog.Hash) {
	key := strings.TrimSpace(string(read("cle.txt")))
	if len(os.Args) > 1 {
		key = os.Args[1]
	}
	verifier, err := note.NewVerifier(key)
	must(err, "la clé")
	opened, err := note.Open(read("tete.note"), note.VerifierList(verifier))
	must(err, "tete.note")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		fail("tete.note n’a pas trois lignes")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, "tete.note")
	raw, err := base64.StdEncoding.DecodeString(lines[2])
	must(err, "tete.note")
	return size, hash(hex.EncodeToString(raw))
}

// consistency is what RFC 6962 §2.1.2 asks for, from the path of the last leaf that there was then: the complete
// subtree that ended with it, unless it was the whole tree, then what stands beside it.
func consistency(before head) tlog.TreeProof {
	path := hashes(before.Chemin)
	height := bits.TrailingZeros64(uint64(before.Taille))
	if height > len(path) {
		fail("la tête antérieure " + before.Racine)
	}
	subtree := hash(before.Feuille)
	for _, left := range path[:height] {
		subtree = tlog.NodeHash(left, subtree)
	}
	if before.Taille == 1<<height {
		return tlog.TreeProof(path[height:])
	}
	return append(tlog.TreeProof{subtree}, path[height:]...)
}

func hashes(written []string) tlog.RecordProof {
	found := tlog.RecordProof{}
	for _, one := range written {
		found = append(found, hash(one))
	}
	return found
}

func hash(written string) (found tlog.Hash) {
	raw, err := hex.DecodeString(written)
	if err != nil || len(raw) != tlog.HashSize {
		fail(written + " n’est pas un SHA-256")
	}
	copy(found[:], raw)
	return
}

func read(name string) []byte {
	content, err := os.ReadFile(name)
	must(err, name)
	return content
}

func must(err error, what string) {
	if err != nil {
		fail(what + " : " + err.Error())
	}
}

func fail(why string) {
	fmt.Println("ALTÉRÉ : " + why)
	os.Exit(1)
}
