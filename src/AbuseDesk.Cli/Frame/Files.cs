using System.Text;

namespace AbuseDesk.Cli.Frame;

/// <summary>Files that are named on the command line.</summary>
public static class Files
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DeskException">It is not there or cannot be read.</exception>
    public static byte[] Read(string path) => Try(path, () => File.ReadAllBytes(path));

    /// <summary>UTF-8.</summary>
    /// <exception cref="DeskException">It is not there, cannot be read, or is not UTF-8.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return Try(path, () => File.ReadAllText(path, Utf8));
        }
        catch (DecoderFallbackException e)
        {
            throw new DeskException($"The file {path} is not UTF-8; save it as UTF-8.", e);
        }
    }

    /// <exception cref="DeskException">It is not there or cannot be read.</exception>
    public static FileStream Open(string path) => Try(path, () => File.OpenRead(path));

    /// <exception cref="DeskException">It cannot be written.</exception>
    public static Task WriteAsync(string path, byte[] bytes) => WriteAsync(path, new MemoryStream(bytes, writable: false));

    /// <inheritdoc cref="WriteAsync(string, byte[])"/>
    public static async Task WriteAsync(string path, Stream bytes)
    {
        if (Directory.Exists(path))
            throw new DeskException($"{path} is a folder; name a file in it.");
        try
        {
            await using var file = File.Create(path);
            await bytes.CopyToAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException and not DecoderFallbackException)
        {
            throw new DeskException($"The file {path} cannot be written: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static T Try<T>(string path, Func<T> read)
    {
        if (Directory.Exists(path))
            throw new DeskException($"{path} is a folder; name a file.");
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeskException($"There is no file {path}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException and not DecoderFallbackException)
        {
            throw new DeskException($"The file {path} cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
