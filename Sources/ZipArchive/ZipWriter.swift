internal import CLibZip

/// Writes ZIP archives whose bytes depend on the entries alone (and on the version of zlib that packs them).
public enum ZipWriter {
    /// The date that every entry gets, 1 January 1980, the first that the format can hold: a clock has no part in a report.
    private static let dosDate: UInt16 = 1 << 5 | 1
    private static let dosTime: UInt16 = 0

    /// The archive of `entries` in their order, deflated.
    public static func archive(of entries: [ZipEntry]) throws(ZipError) -> [UInt8] {
        try check(entries)
        // libzip reads the entries when the archive is closed, so one block holds them all until then.
        let total = entries.reduce(0) { $0 + $1.bytes.count }
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, total))
        defer { block.deallocate() }
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else { throw notWritten(&failure) }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &failure) else {
            zip_source_free(target)
            throw notWritten(&failure)
        }
        var filled = 0
        for entry in entries {
            let part = UnsafeMutableBufferPointer(rebasing: block[filled..<filled + entry.bytes.count])
            _ = part.initialize(from: entry.bytes)
            filled += entry.bytes.count
            guard add(entry.name, UnsafeRawBufferPointer(part), to: archive) else {
                let reason = String(cString: zip_strerror(archive))
                zip_discard(archive)
                throw .notWritten(reason)
            }
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .notWritten(reason)
        }
        return try contents(of: target)
    }

    private static func check(_ entries: [ZipEntry]) throws(ZipError) {
        // An archive without entries is a file that libzip does not write at all.
        if entries.isEmpty { throw .notWritten("no entries") }
        var seen: Set<String> = []
        for entry in entries {
            guard ZipEntry.isSafe(entry.name) else { throw .unsafeName(entry.name) }
            guard seen.insert(entry.name).inserted else { throw .duplicateName(entry.name) }
        }
    }

    private static func add(_ name: String, _ bytes: UnsafeRawBufferPointer, to archive: OpaquePointer) -> Bool {
        guard let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0) else { return false }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6) == 0
            && zip_file_set_dostime(archive, UInt64(index), dosTime, dosDate, 0) == 0
    }

    private static func contents(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
            throw .notWritten(String(cString: zip_error_strerror(zip_source_error(source))))
        }
        defer { zip_source_close(source) }
        let count = Int(status.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                guard let start = buffer.baseAddress else { return }
                let read = zip_source_read(source, start + filled, UInt64(count - filled))
                if read <= 0 { return }
                filled += Int(read)
            }
        }
        if bytes.count != count { throw .notWritten("short read") }
        return bytes
    }

    private static func notWritten(_ failure: inout zip_error_t) -> ZipError {
        .notWritten(String(cString: zip_error_strerror(&failure)))
    }
}
