using System.Security.Cryptography;

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

    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) => WritingAsync(async () =>
    {
        var sha256 = Sha256.Of(bytes.Span);
        var file = PathOf(sha256);
        if (await IsWholeAsync(file, sha256, cancel)) return sha256;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // the same folder, so that the rename cannot become a copy
        var incoming = $"{file}.{Guid.NewGuid():n}.tmp";
        await WriteAsync(incoming, async stream => await stream.WriteAsync(bytes, cancel), () => file);
        return sha256;
    });

    public Task<string> PutAsync(Stream bytes, CancellationToken cancel = default) => WritingAsync(async () =>
    {
        var sha256 = "";
        Directory.CreateDirectory(folder);
        await WriteAsync(
            Path.Combine(folder, $"{Guid.NewGuid():n}.tmp"),
            async stream => sha256 = await CopyAsync(bytes, stream, cancel),
            () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
                return PathOf(sha256);
            });
        return sha256;
    });

    public Task<byte[]> ReadAsync(string sha256, CancellationToken cancel = default) => ReadingAsync(sha256, async file =>
    {
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        return Sha256.Of(bytes) == sha256 ? bytes : throw Changed(sha256);
    });

    public Task<Stream> OpenAsync(string sha256, CancellationToken cancel = default) => ReadingAsync<Stream>(sha256, async file =>
    {
        var stream = Open(file);
        try
        {
            if (await Sha256.OfAsync(stream, cancel) != sha256) throw Changed(sha256);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    });

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancel = default) => Task.FromResult(File.Exists(PathOf(sha256)));

    private string PathOf(string sha256)
    {
        var name = Sha256.Parse(sha256);
        return Path.Combine(folder, name[..2], name[2..4], name);
    }

    private async Task<string> WritingAsync(Func<Task<string>> put)
    {
        try
        {
            return await put();
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

    private async Task<T> ReadingAsync<T>(string sha256, Func<string, Task<T>> read)
    {
        var file = PathOf(sha256);
        try
        {
            return await read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeskException($"The bytes of evidence {sha256} are missing from {folder}; bring them back from a backup.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"Evidence {sha256} cannot be read ({e.Message.TrimEnd('.')}); make {folder} readable.", e);
        }
    }

    private static DeskException Changed(string sha256) =>
        new($"The bytes of evidence {sha256} were changed after they were stored; bring them back from a backup.");

    private static FileStream Open(string file) =>
        new(file, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });

    /// <summary>A damaged file is not taken for the bytes: putting them again mends it.</summary>
    private static async Task<bool> IsWholeAsync(string file, string sha256, CancellationToken cancel)
    {
        if (!File.Exists(file)) return false;
        await using var stream = Open(file);
        return await Sha256.OfAsync(stream, cancel) == sha256;
    }

    private static async Task<string> CopyAsync(Stream from, FileStream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        for (var read = await from.ReadAsync(buffer, cancel); read > 0; read = await from.ReadAsync(buffer, cancel))
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task WriteAsync(string temporary, Func<FileStream, Task> write, Func<string> place)
    {
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            var file = place();
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
