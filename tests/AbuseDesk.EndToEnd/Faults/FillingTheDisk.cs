using AbuseDesk.Deadlines;
using AbuseDesk.EndToEnd.Demo;
using Dapper;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>The disk of the outbox folder is a real one, small and full; the program is the real one.</summary>
public sealed class FillingTheDisk
{
    private readonly string disk = Directory.CreateTempSubdirectory("abusedesk-disk-").FullName;

    [SetUp]
    public void Mount()
    {
        if (Environment.UserName != "root" || Shell.Try("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk).ExitCode != 0)
            Missing.Part("A small disk can be mounted here by root only.");
    }

    [TearDown]
    public void Unmount()
    {
        Shell.Try("umount", disk);
        Directory.Delete(disk, recursive: true);
    }

    [Test]
    public async Task On_a_full_disk_mail_waits_and_says_why_and_goes_on_when_there_is_room()
    {
        await using var desk = await FlowingDesk.OpenAsync(null, "folder:" + disk);
        await desk.MakeRemindersDueAsync(10);
        await desk.Get<RemindDue>().RunAsync();
        var ballast = Path.Combine(disk, "ballast");
        Shell.Try("dd", "if=/dev/zero", $"of={ballast}", "bs=4096");

        var (exitCode, _, error) = await RunAsync(desk, "mail", "deliver");
        var doctor = await RunAsync(desk, "doctor");

        Assert.That((exitCode, error), Is.EqualTo((1, "")), "what could not be sent is told, not thrown");
        Assert.That((await RunAsync(desk, "mail", "deliver", "--json")).Output, Does.Contain("\"sent\": 0"));
        Assert.That(doctor.ExitCode, Is.EqualTo(1));
        Assert.That(doctor.Output, Does.Contain(disk).And.Contains("No space left on device"));
        Assert.That(await WaitingAsync(desk), Is.EqualTo(10));
        Assert.That(Directory.GetFiles(disk), Is.EqualTo(new[] { ballast }), "no half mail is left");

        File.Delete(ballast);
        // the pause before the next attempt is over
        await desk.Database.WriteAsync(tx => tx.ExecuteAsync("update outbox set next_attempt_at = @Now", new { tx.Now }));
        Assert.That((await RunAsync(desk, "mail", "deliver")).ExitCode, Is.Zero);
        Assert.That(await WaitingAsync(desk), Is.Zero);
        Assert.That(Directory.GetFiles(disk, "*.eml"), Has.Length.EqualTo(10));
    }

    private static Task<Ran> RunAsync(FlowingDesk desk, params string[] command) => DeskProcess.RunWithAsync(desk.Settings, command);

    private static Task<int> WaitingAsync(FlowingDesk desk) => desk.Database.ReadAsync(connection =>
        connection.QuerySingleAsync<int>("select count(*) from outbox where status = 'waiting'"));
}
