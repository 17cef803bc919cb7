using QRCoder;

namespace AbuseDesk;

/// <summary>The dark squares of a QR code, for whatever draws them: a page, or the paper of a notice.</summary>
public sealed class QrModules
{
    // modules that the encoder leaves free on each side; who draws knows its own quiet zone
    private const int Border = 4;

    private QrModules(int side, IReadOnlyList<(int Row, int Column)> dark) => (Side, Dark) = (side, dark);

    /// <summary>How many modules a side has.</summary>
    public int Side { get; }

    public IReadOnlyList<(int Row, int Column)> Dark { get; }

    public static QrModules Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var side = data.ModuleMatrix.Count - 2 * Border;
        var dark =
            from row in Enumerable.Range(0, side)
            from column in Enumerable.Range(0, side)
            where data.ModuleMatrix[row + Border][column + Border]
            select (row, column);
        return new QrModules(side, [.. dark]);
    }
}
