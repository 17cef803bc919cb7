namespace AbuseDesk.Database;

/// <summary>Makes the data folder ready before anything else opens it.</summary>
public sealed class DataFolder(DeskSettings settings, SchemaUpgrade schema)
{
    /// <summary>Whether there is a desk to work on; looking makes none.</summary>
    /// <exception cref="DeskException">The database cannot be reached.</exception>
    public async Task<bool> IsThereAsync() =>
        Directory.Exists(settings.DataFolder) && await DatabaseTrouble.ToldAsync(schema.HasDeskAsync);

    /// <summary>Creates the folder where it is missing, proves that it can be written, and upgrades the schema.</summary>
    /// <exception cref="DeskException">The folder cannot be used, or holds data of a newer version.</exception>
    public async Task PrepareAsync()
    {
        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            var probe = Path.Combine(settings.DataFolder, ".writable");
            await File.WriteAllTextAsync(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The data folder {settings.DataFolder} cannot be written ({e.Message.TrimEnd('.')}); make it writable or name another with --data.", e);
        }

        await DatabaseTrouble.ToldAsync(async () =>
        {
            await schema.RunAsync();
            return true;
        });
    }
}
