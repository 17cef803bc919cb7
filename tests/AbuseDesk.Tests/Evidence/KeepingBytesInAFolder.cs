using System.Security.Cryptography;
using AbuseDesk.Evidence;

namespace AbuseDesk.Tests.Evidence;

public sealed class KeepingBytesInAFolder
{
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static readonly byte[] Abc = [.. "abc"u8];

    private string folder = "";

    private FolderEvidenceStore Store => new(folder);

    private string FileOfAbc => Path.Combine(folder, "ba", "78", HashOfAbc);

    [SetUp]
    public void MakeAFolder() => folder = Directory.CreateTempSubdirectory("abusedesk-evidence-").FullName;

    [TearDown]
    public void RemoveIt() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Bytes_stand_under_their_hash_and_are_read_only()
    {
        Assert.That(await Store.PutAsync(Abc), Is.EqualTo(HashOfAbc));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { FileOfAbc }));
        Assert.That(File.GetAttributes(FileOfAbc).HasFlag(FileAttributes.ReadOnly), Is.True);
        Assert.That(await Store.ReadAsync(HashOfAbc), Is.EqualTo(Abc));
        Assert.That(await Store.ExistsAsync(HashOfAbc), Is.True);
    }

    [Test]
    public async Task A_stream_is_kept_under_the_hash_of_what_is_left_of_it()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        using var stream = new MemoryStream(bytes) { Position = 1_000 };

        var hash = await Store.PutAsync(stream);

        Assert.That(hash, Is.EqualTo(Sha256.Of(bytes.AsSpan(1_000))));
        Assert.That(await Store.ReadAsync(hash), Is.EqualTo(bytes[1_000..]));
        await using var again = await Store.OpenAsync(hash);
        Assert.That((again.Position, again.Length, again.CanSeek), Is.EqualTo((0L, 299_000L, true)));
        Assert.That(await Sha256.OfAsync(again), Is.EqualTo(hash));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_stream_of_bytes_that_are_kept_already_mends_them()
    {
        await Store.PutAsync(Abc);
        File.SetAttributes(FileOfAbc, FileAttributes.Normal);
        await File.WriteAllTextAsync(FileOfAbc, "abd");
        Assert.That(() => Store.OpenAsync(HashOfAbc), Throws.TypeOf<DeskException>().With.Message.Contains("were changed"));

        await Store.PutAsync(new MemoryStream(Abc));

        Assert.That(await Store.ReadAsync(HashOfAbc), Is.EqualTo(Abc));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { FileOfAbc }));
    }

    [Test]
    public async Task Putting_bytes_again_writes_nothing()
    {
        await Store.PutAsync(Abc);
        var written = File.GetLastWriteTimeUtc(FileOfAbc);

        await Store.PutAsync(Abc);

        Assert.That(File.GetLastWriteTimeUtc(FileOfAbc), Is.EqualTo(written));
    }

    [Test]
    public async Task Many_writers_of_the_same_bytes_leave_one_file()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.PutAsync(bytes))));

        Assert.That(hashes.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
        Assert.That(await Store.ReadAsync(hashes[0]), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Changed_bytes_are_not_handed_out_and_putting_the_right_ones_mends_them()
    {
        await Store.PutAsync(Abc);
        File.SetAttributes(FileOfAbc, FileAttributes.Normal);
        await File.WriteAllTextAsync(FileOfAbc, "abd");

        Assert.That(() => Store.ReadAsync(HashOfAbc),
            Throws.TypeOf<DeskException>().With.Message.Contains(HashOfAbc).And.Message.Contains("were changed"));
        await Store.PutAsync(Abc);
        Assert.That(await Store.ReadAsync(HashOfAbc), Is.EqualTo(Abc));
    }

    [Test]
    public async Task Missing_bytes_are_named_by_their_hash()
    {
        Assert.That(await Store.ExistsAsync(HashOfAbc), Is.False);
        Assert.That(() => Store.ReadAsync(HashOfAbc),
            Throws.TypeOf<DeskException>().With.Message.Contains(HashOfAbc).And.Message.Contains("are missing"));
    }

    [Test]
    public void Nothing_but_a_hash_becomes_a_path() =>
        Assert.That(() => Store.ReadAsync("../../../etc/passwd"), Throws.TypeOf<DeskException>().With.Message.Contains("is not a SHA-256"));

    [Test]
    public async Task A_full_disk_leaves_nothing_half_done()
    {
        using var disk = new SmallDisk();
        var store = new FolderEvidenceStore(disk.Folder);

        Assert.That(() => store.PutAsync(RandomNumberGenerator.GetBytes(3_000_000)),
            Throws.TypeOf<DeskException>().With.Message.EqualTo(
                $"The disk of the evidence folder {disk.Folder} is full, so nothing was stored; free some space and try again."));

        Assert.That(() => store.PutAsync(new MemoryStream(RandomNumberGenerator.GetBytes(3_000_000))),
            Throws.TypeOf<DeskException>().With.Message.Contains("is full, so nothing was stored"));

        Assert.That(Directory.GetFiles(disk.Folder, "*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(await store.ReadAsync(await store.PutAsync(Abc)), Is.EqualTo(Abc), "there is room for small evidence");
    }

    [Test]
    public async Task A_read_only_folder_is_named_and_can_still_be_read()
    {
        using var disk = new SmallDisk();
        var store = new FolderEvidenceStore(disk.Folder);
        await store.PutAsync(Abc);
        disk.MakeReadOnly();

        Assert.That(() => store.PutAsync(new byte[] { 1 }),
            Throws.TypeOf<DeskException>().With.Message.Contains($"The evidence folder {disk.Folder} cannot be written, so nothing was stored"));
        Assert.That(await store.ReadAsync(HashOfAbc), Is.EqualTo(Abc));
    }
}
