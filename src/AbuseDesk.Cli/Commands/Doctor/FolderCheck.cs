namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether a folder that the desk writes to can be written. A folder that is not there yet is made when it is needed.</summary>
internal static class FolderCheck
{
    public static Task<Finding> RunAsync(string part, string folder, string setting) =>
        Finding.LookAsync(part, $"Make {folder} writable for whoever runs the desk, with room on its disk, or set {setting} to another folder.", async () =>
        {
            if (File.Exists(folder))
                return new Finding(part, FindingState.Blocks, $"{folder} is a file.", $"Set {setting} to a folder.");
            var there = Directory.Exists(folder);
            var probe = Path.Combine(there ? folder : Above(folder), ".doctor-" + Guid.NewGuid().ToString("n"));
            try
            {
                // an empty file would find room on a full disk
                await File.WriteAllBytesAsync(probe, new byte[4096]);
            }
            finally
            {
                File.Delete(probe);
            }

            return Finding.Ok(part, there ? $"{folder} can be written." : $"{folder} is not there yet; it is made when it is needed.");
        });

    /// <summary>The nearest folder that is there, in which the missing one will be made.</summary>
    private static string Above(string folder)
    {
        var above = Path.GetDirectoryName(Path.GetFullPath(folder));
        while (above is not null && !Directory.Exists(above) && !File.Exists(above))
            above = Path.GetDirectoryName(above);
        return above ?? folder;
    }
}
