package dev.accounts.jpa.beside;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A connection to a client or to a server that speaks PostgreSQL's protocol. */
record PostgresWire(Socket socket, DataInputStream in, DataOutputStream out) implements AutoCloseable {

    /** The first message of a client has no type. */
    private static final char NONE = 0;

    record Message(char type, ByteBuffer body) {

        boolean endsTransaction() {
            return type == 'Z' && body.get(0) == 'I';
        }
    }

    static PostgresWire over(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return new PostgresWire(
                socket,
                new DataInputStream(new BufferedInputStream(socket.getInputStream())),
                new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    }

    Message read(boolean typed) throws IOException {
        char type = typed ? (char) in.readUnsignedByte() : NONE;
        return new Message(type, ByteBuffer.wrap(in.readNBytes(in.readInt() - Integer.BYTES)));
    }

    void write(Message message) throws IOException {
        if (message.type() != NONE) {
            out.writeByte(message.type());
        }
        out.writeInt(message.body().capacity() + Integer.BYTES);
        out.write(message.body().array());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
