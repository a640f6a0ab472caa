// Command pack writes a folder to its output as a zip archive, the same folder always as the same bytes.
package main

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run takes the folder, its name within the archive, and the seconds since 1970 that all files are of.
func run(target io.Writer, args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("pack takes a folder, its name and seconds, not %d arguments", len(args))
	}
	seconds, err := strconv.ParseInt(args[2], 10, 64)
	if err != nil {
		return err
	}
	return pack(target, os.DirFS(args[0]), args[1], time.Unix(seconds, 0).UTC())
}

// pack writes the files in the order of their names, below a folder of the given name. Hidden files stay out.
func pack(target io.Writer, folder fs.FS, name string, at time.Time) error {
	archive := zip.NewWriter(target)
	err := fs.WalkDir(folder, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		return add(archive, folder, file, path.Join(name, file), at)
	})
	if err != nil {
		return err
	}
	return archive.Close()
}

func add(archive *zip.Writer, folder fs.FS, file, name string, at time.Time) error {
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at}
	header.SetMode(0o644)
	if strings.HasPrefix(path.Base(file), "gpx_") {
		header.SetMode(0o755)
	}
	packed, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	source, err := folder.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	_, err = io.Copy(packed, source)
	return err
}
