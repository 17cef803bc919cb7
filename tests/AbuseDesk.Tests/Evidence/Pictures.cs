using SkiaSharp;

namespace AbuseDesk.Tests.Evidence;

/// <summary>Images made on the spot, noisy enough that their pixels fill the file.</summary>
internal static class Pictures
{
    public static byte[] Noise(SKEncodedImageFormat format, int width = 160, int height = 120)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Pixels = [.. Enumerable.Range(0, width * height).Select(i => new SKColor((uint)((i % width * 7919) ^ (i / width * 104729)) | 0xff000000))];
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A JPEG, red on the left and blue on the right, with an EXIF turn of the given kind.</summary>
    public static byte[] Turned(byte orientation)
    {
        using var bitmap = new SKBitmap(80, 40);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        canvas.DrawRect(0, 0, 40, 40, new SKPaint { Color = SKColors.Red });
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        var jpeg = data.ToArray();
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG whose header claims a size, with next to no pixels behind it.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var png = Noise(SKEncodedImageFormat.Png, 1, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
