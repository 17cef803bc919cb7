namespace AbuseDesk.Evidence;

/// <summary>Keeps bytes under their SHA-256 (64 lower-case hex digits). What is kept never changes.</summary>
public interface IEvidenceStore
{
    /// <summary>Keeps the bytes, safely on disk when it returns; bytes already kept are not written again.</summary>
    /// <returns>Their SHA-256.</returns>
    /// <exception cref="DeskException">The store is full or cannot be written; nothing of the bytes is left behind.</exception>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);

    /// <summary>The same for bytes too many to hold: they are read once, from where the stream stands, and hashed on the way.</summary>
    /// <inheritdoc cref="PutAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    Task<string> PutAsync(Stream bytes, CancellationToken cancel = default);

    /// <summary>The bytes, after their hash was recomputed.</summary>
    /// <exception cref="DeskException">The bytes are missing or were changed; the sentence names the hash.</exception>
    Task<byte[]> ReadAsync(string sha256, CancellationToken cancel = default);

    /// <summary>The bytes as a stream at its start, that can seek, after their hash was recomputed.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    Task<Stream> OpenAsync(string sha256, CancellationToken cancel = default);

    /// <summary>Whether bytes are there under this hash; they are not looked at.</summary>
    Task<bool> ExistsAsync(string sha256, CancellationToken cancel = default);
}
