namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>Whether a folder that the desk writes to can be written. A folder that is not there yet is made when it is needed.</summary>
internal static class FolderCheck
{
    public static Task<Finding> RunAsync(string part, string folder, string setting) =>
        Finding.LookAsync(part, $"Make {folder} writable for whoever runs the desk, or set {setting} to another folder.", async () =>
        {
            if (!Directory.Exists(folder))
                return Missing(part, folder, setting);
            var probe = Path.Combine(folder, ".doctor-" + Guid.NewGuid().ToString("n"));
            await File.WriteAllTextAsync(probe, "");
            File.Delete(probe);
            return Finding.Ok(part, $"{folder} can be written.");
        });

    private static Finding Missing(string part, string folder, string setting)
    {
        if (File.Exists(folder))
            return new Finding(part, FindingState.Blocks, $"{folder} is a file.", $"Set {setting} to a folder.");
        return new Finding(part, FindingState.Ok, $"{folder} is not there yet; it is made when it is needed.");
    }
}
