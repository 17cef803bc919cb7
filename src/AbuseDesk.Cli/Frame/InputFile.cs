namespace AbuseDesk.Cli.Frame;

/// <summary>A file that a person names.</summary>
internal static class InputFile
{
    /// <returns>Its full path.</returns>
    /// <exception cref="DeskException">There is no such file.</exception>
    public static string Get(string path) => File.Exists(path)
        ? Path.GetFullPath(path)
        : throw new DeskException($"There is no file {path}; check the path.");
}
