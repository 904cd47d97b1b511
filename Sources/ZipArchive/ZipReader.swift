internal import CLibZip

/// Reads the entries of a ZIP archive that is in memory.
///
/// What the archive says of its sizes is checked when it is opened, and what an entry really unpacks to when it is read: no read
/// takes more memory than the limits allow. Nothing is ever written to a disk.
public struct ZipReader: ~Copyable {
    /// The names of the entries in the order of the archive, without folders.
    public let names: [String]
    private let archive: OpaquePointer
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let places: [String: ListedEntry]

    /// An entry as the archive's directory lists it.
    private struct ListedEntry {
        let index: UInt64
        let size: Int
    }

    /// Opens an archive and checks its directory against `limits`.
    public init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipError) {
        if bytes.count > limits.maxArchiveBytes {
            throw .archiveTooLarge(bytes: bytes.count, limit: limits.maxArchiveBytes)
        }
        // libzip takes no bytes at all for an archive of nothing.
        if bytes.isEmpty { throw .notAnArchive }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        guard let opened = ZipReader.open(UnsafeRawPointer(copy.baseAddress), count: bytes.count) else {
            copy.deallocate()
            throw .notAnArchive
        }
        do throws(ZipError) {
            let listed = try ZipReader.list(opened, limits: limits)
            names = listed.names
            places = listed.places
            archive = opened
            input = copy
        } catch {
            zip_discard(opened)
            copy.deallocate()
            throw error
        }
    }

    deinit {
        zip_discard(archive)
        input.deallocate()
    }

    /// Whether there is an entry of this name; case counts.
    public func contains(_ name: String) -> Bool { places[name] != nil }

    /// The bytes of an entry, its checksum checked.
    public func bytes(of name: String) throws(ZipError) -> [UInt8] {
        guard let place = places[name] else { throw .missing(name: name) }
        guard let file = zip_fopen_index(archive, place.index, 0) else { throw .damaged(name: name) }
        defer { zip_fclose(file) }
        // One byte more than is listed, so that an entry that goes on is noticed, and its end (with the checksum) is reached.
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: place.size + 1, alignment: 1)
        defer { buffer.deallocate() }
        var count = 0
        while count <= place.size {
            let read = zip_fread(file, buffer.baseAddress?.advanced(by: count), UInt64(buffer.count - count))
            if read < 0 { throw .damaged(name: name) }
            if read == 0 { break }
            count += Int(read)
        }
        if count != place.size { throw .damaged(name: name) }
        return Array(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }

    private static func open(_ start: UnsafeRawPointer?, count: Int) -> OpaquePointer? {
        guard let source = zip_source_buffer_create(start, UInt64(count), 0, nil) else { return nil }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
            zip_source_free(source)
            return nil
        }
        return archive
    }

    private static func list(
        _ archive: OpaquePointer, limits: ZipLimits
    ) throws(ZipError) -> (names: [String], places: [String: ListedEntry]) {
        let count = Int(zip_get_num_entries(archive, 0))
        if count > limits.maxEntries { throw .tooManyEntries(count: count, limit: limits.maxEntries) }
        var names: [String] = []
        var places: [String: ListedEntry] = [:]
        var total = 0
        for index in 0..<UInt64(max(0, count)) {
            guard let text = zip_get_name(archive, index, 0) else { throw .notAnArchive }
            let name = String(cString: text)
            let isFolder = name.hasSuffix("/")
            guard ZipEntry.isSafe(isFolder ? String(name.dropLast()) : name) else { throw .unsafeName(name) }
            if isFolder { continue }
            let size = try self.size(of: name, at: index, in: archive, limits: limits)
            total += size
            if total > limits.maxTotalBytes { throw .totalTooLarge(limit: limits.maxTotalBytes) }
            if places.updateValue(ListedEntry(index: index, size: size), forKey: name) != nil {
                throw .duplicateName(name)
            }
            names.append(name)
        }
        return (names, places)
    }

    /// The listed size of an entry that may be read.
    private static func size(
        of name: String, at index: UInt64, in archive: OpaquePointer, limits: ZipLimits
    ) throws(ZipError) -> Int {
        var status = zip_stat_t()
        zip_stat_init(&status)
        let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD)
        guard zip_stat_index(archive, index, 0, &status) == 0, status.valid & needed == needed else {
            throw .damaged(name: name)
        }
        if status.encryption_method != UInt16(ZIP_EM_NONE) { throw .encrypted(name: name) }
        if zip_compression_method_supported(Int32(status.comp_method), 0) == 0 {
            throw .unsupportedCompression(name: name, method: Int(status.comp_method))
        }
        if status.size > UInt64(limits.maxEntryBytes) { throw .entryTooLarge(name: name, limit: limits.maxEntryBytes) }
        let packed = max(1, status.comp_size)
        if status.size > UInt64(limits.ratioFloor), status.size / packed > UInt64(limits.maxRatio) {
            throw .suspiciousRatio(name: name, limit: limits.maxRatio)
        }
        return Int(status.size)
    }
}
