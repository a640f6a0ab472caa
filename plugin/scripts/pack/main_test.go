package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"
)

var at = time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC)

func packed(t *testing.T, changed time.Time) []byte {
	t.Helper()
	folder := fstest.MapFS{
		"plugin.json":     {Data: []byte("{}"), ModTime: changed},
		"gpx_x_linux_arm": {Data: []byte("program"), ModTime: changed},
		"img/logo.svg":    {Data: []byte("<svg/>"), ModTime: changed},
		".built":          {Data: []byte("digest"), ModTime: changed},
	}
	var archive bytes.Buffer
	if err := pack(&archive, folder, "an-id", at); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
}

func TestTheSameFolderGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(packed(t, at), packed(t, at.Add(time.Hour))) {
		t.Error("the archive depends on when its files were written")
	}
}

func TestWhatIsPacked(t *testing.T) {
	content := packed(t, at)
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	modes := map[string]fs.FileMode{}
	for _, file := range archive.File {
		modes[file.Name] = file.Mode()
		if !file.Modified.Equal(at) {
			t.Errorf("%s is of %s", file.Name, file.Modified)
		}
	}
	want := map[string]fs.FileMode{"an-id/plugin.json": 0o644, "an-id/gpx_x_linux_arm": 0o755, "an-id/img/logo.svg": 0o644}
	if len(modes) != len(want) {
		t.Errorf("packed %v", modes)
	}
	for name, mode := range want {
		if modes[name] != mode {
			t.Errorf("%s has the mode %s, not %s", name, modes[name], mode)
		}
	}
}

func TestRun(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "plugin.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	if err := run(&archive, []string{folder, "id", "0"}); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(archive.Bytes(), []byte("PK")) {
		t.Error("there is no archive")
	}
	for _, args := range [][]string{nil, {folder, "id", "now"}, {folder + "/none", "id", "0"}} {
		if run(&archive, args) == nil {
			t.Errorf("%v was taken", args)
		}
	}
}
