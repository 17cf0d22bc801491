// Whether a note bears the cosignature of a witness (C2SP tlog-cosignature, Ed25519), by Go's own code: cosigned NOTE KEY
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

type cosigner struct {
	name   string
	number uint32
	key    ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.number }
func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	said := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(signature))
	return ed25519.Verify(c.key, append([]byte(said), text...), signature[8:])
}

func main() {
	parts := strings.SplitN(os.Args[2], "+", 3)
	number, err := strconv.ParseUint(parts[1], 16, 32)
	must(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	if !bytes.HasPrefix(key, []byte{4}) {
		panic("not a witness")
	}
	read, err := os.ReadFile(os.Args[1])
	must(err)
	opened, err := note.Open(read, note.VerifierList(cosigner{parts[0], uint32(number), key[1:]}))
	must(err)
	fmt.Println(len(opened.Sigs), len(opened.UnverifiedSigs))
}

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
