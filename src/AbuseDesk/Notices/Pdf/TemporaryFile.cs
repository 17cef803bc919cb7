namespace AbuseDesk.Notices.Pdf;

/// <summary>A file in the temporary folder (TMPDIR) that only this user can read, gone when it is disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private TemporaryFile(string path) => FullPath = path;

    public string FullPath { get; }

    /// <exception cref="DeskException">The temporary folder cannot be written.</exception>
    public static TemporaryFile Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"abusedesk-{Guid.NewGuid():n}.pdf");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // grave screenshots stand in it
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            new FileStream(path, options).Dispose();
            return new(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    public FileStream Open() => new(FullPath, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    public void Dispose() => File.Delete(FullPath);

    internal static DeskException Unwritable(Exception? cause = null) => new(
        $"The temporary folder {Path.GetTempPath()} is full or cannot be written, so the notice was not drawn; free some space or name another in TMPDIR.", cause);
}
