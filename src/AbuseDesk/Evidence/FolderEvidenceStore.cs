namespace AbuseDesk.Evidence;

/// <summary>
/// Evidence as files, ab/cd/abcd…, in one folder. A file appears under its name only when all its bytes are on the disk,
/// and is read-only from then on.
/// </summary>
public sealed class FolderEvidenceStore(string folder) : IEvidenceStore
{
    private const int LinuxDiskFull = 28;
    private const int LinuxQuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        var sha256 = Sha256.Of(bytes.Span);
        var file = PathOf(sha256);
        try
        {
            if (await IsWholeAsync(file, sha256, cancel)) return sha256;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await WriteAsync(file, bytes, cancel);
            return sha256;
        }
        catch (IOException e) when (e.HResult is LinuxDiskFull or LinuxQuotaExceeded or WindowsDiskFull)
        {
            throw new DeskException($"The disk of the evidence folder {folder} is full, so nothing was stored; free some space and try again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException(
                $"The evidence folder {folder} cannot be written, so nothing was stored ({e.Message.TrimEnd('.')}); make it writable or name another in ABUSEDESK_EVIDENCE.", e);
        }
    }

    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancel = default)
    {
        var file = PathOf(sha256);
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeskException($"The bytes of evidence {sha256} are missing from {folder}; bring them back from a backup.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"Evidence {sha256} cannot be read ({e.Message.TrimEnd('.')}); make {folder} readable.", e);
        }

        return Sha256.Of(bytes) == sha256
            ? bytes
            : throw new DeskException($"The bytes of evidence {sha256} were changed after they were stored; bring them back from a backup.");
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancel = default) => Task.FromResult(File.Exists(PathOf(sha256)));

    private string PathOf(string sha256)
    {
        var name = Sha256.Parse(sha256);
        return Path.Combine(folder, name[..2], name[2..4], name);
    }

    /// <summary>A damaged file is not taken for the bytes: putting them again mends it.</summary>
    private static async Task<bool> IsWholeAsync(string file, string sha256, CancellationToken cancel) =>
        File.Exists(file) && Sha256.Of(await File.ReadAllBytesAsync(file, cancel)) == sha256;

    private static async Task WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        // the same folder, so that the rename cannot become a copy
        var temporary = $"{file}.{Guid.NewGuid():n}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(bytes, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.SetAttributes(temporary, FileAttributes.ReadOnly);
            // Windows replaces no read-only file
            if (OperatingSystem.IsWindows() && File.Exists(file)) File.SetAttributes(file, FileAttributes.Normal);
            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            if (!File.Exists(temporary)) return;
            File.SetAttributes(temporary, FileAttributes.Normal);
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the first error is the one to tell
        }
    }
}
