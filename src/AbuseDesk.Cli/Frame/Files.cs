namespace AbuseDesk.Cli.Frame;

/// <summary>Files that are named on the command line.</summary>
public static class Files
{
    /// <exception cref="DeskException">It is not there or cannot be read.</exception>
    public static byte[] Read(string path) => Try(path, () => File.ReadAllBytes(path));

    /// <summary>UTF-8.</summary>
    /// <exception cref="DeskException">It is not there or cannot be read.</exception>
    public static string ReadText(string path) => Try(path, () => File.ReadAllText(path));

    /// <exception cref="DeskException">It is not there or cannot be read.</exception>
    public static FileStream Open(string path) => Try(path, () => File.OpenRead(path));

    /// <exception cref="DeskException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, byte[] bytes)
    {
        try
        {
            await File.WriteAllBytesAsync(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The file {path} cannot be written: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static T Try<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DeskException($"There is no file {path}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The file {path} cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
